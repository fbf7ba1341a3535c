package chat.parley.media.net.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {
    private static final int LARGE = 2 << 20;

    @Test
    void memory_of_no_file_is_found() {
        assertEquals(
                new Mapping(0x7f32_3c00_0000L, 0x7f32_3c9c_5000L),
                Mapping.of("7f323c000000-7f323c9c5000 rw-p 00000000 00:00 0 "));
        assertEquals(
                new Mapping(0x55d0_0000_0000L, 0x55d0_0021_0000L),
                Mapping.of("55d000000000-55d000210000 rw-p 00000000 00:00 0                          [heap]"));
        assertEquals(
                new Mapping(0x7f32_803f_f000L, 0x7f32_80a2_f000L),
                Mapping.of("7f32803ff000-7f3280a2f000 rwxp 00000000 00:00 0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f32434c5000-7f3243742000 r-xp 00000000 fe:00 1201 /usr/lib/x86_64-linux-gnu/libcrypto.so.3",
                "7f3243742000-7f3243752000 rw-p 00000000 fe:00 1201 /usr/lib/x86_64-linux-gnu/libcrypto.so.3",
                "7f3243742000-7f3243752000 rw-s 00000000 00:01 4 /memfd:shared (deleted)",
                "7f3243742000-7f3243752000 rw-s 00000000 00:00 0",
                "7f3243742000-7f3243752000 ---p 00000000 00:00 0",
                "7ffc2a5e0000-7ffc2a602000 rw-p 00000000 00:00 0 [stack]",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]",
                "something else",
                ""
            })
    void what_is_of_a_file_or_shared_or_out_of_bounds_is_left_alone(String line) {
        assertNull(Mapping.of(line));
    }

    @Test
    void large_pages_begin_at_their_own_multiples() {
        assertEquals(LARGE, new Mapping(LARGE, 3 * LARGE).first(LARGE));
        assertEquals(2 * LARGE, new Mapping(LARGE + 4096, 3 * LARGE).first(LARGE));
    }
}
