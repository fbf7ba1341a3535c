package chat.parley.load.sfu.unit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.BufferUnderflowException;
import org.junit.jupiter.api.Test;

final class ProtobufTest {
    /// The example of the encoding's own documentation: field 1 is 150.
    @Test
    void numbers_are_written_as_everybody_writes_them() {
        assertArrayEquals(
                new byte[] {0x08, (byte) 0x96, 0x01},
                new Protobuf().number(1, 150).bytes());
    }

    @Test
    void what_was_written_is_read() {
        var inner = new Protobuf().text(1, "offer").text(2, "v=0 ü").number(3, 1L << 40);
        byte[] outer = new Protobuf().number(7, 0).message(3, inner).text(9, "").bytes();
        byte[] read = Protobuf.field(outer, 3);
        assertNotNull(read);
        assertEquals("v=0 ü", Protobuf.text(read, 2));
        assertEquals(1L << 40, Protobuf.number(read, 3));
        assertEquals("", Protobuf.text(outer, 9));
        assertNull(Protobuf.field(outer, 4));
        assertEquals(0, Protobuf.number(outer, 4));
    }

    @Test
    void fields_of_fixed_size_are_passed_over() {
        byte[] message = {0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 5};
        assertEquals(5, Protobuf.number(message, 3));
    }

    @Test
    void what_is_cut_off_or_unknown_is_refused() {
        assertThrows(BufferUnderflowException.class, () -> Protobuf.field(new byte[] {0x0a, 5, 'a'}, 1));
        assertThrows(IllegalArgumentException.class, () -> Protobuf.field(new byte[] {0x0b, 0}, 2));
    }
}
