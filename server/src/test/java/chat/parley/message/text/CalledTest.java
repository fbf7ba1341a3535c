package chat.parley.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalledTest {
    @Test
    void users_and_roles_are_found_once_and_in_order() {
        var called = Called.in("<@2> and <@!1>, <@2> again, <@&7>");
        assertEquals(List.of(new UserId(2), new UserId(1)), called.users());
        assertEquals(List.of(new RoleId(7)), called.roles());
        assertFalse(called.everyone());
    }

    @Test
    void everyone_and_here_call_everyone_but_only_as_words() {
        assertTrue(Called.in("hi @everyone!").everyone());
        assertTrue(Called.in("@here").everyone());
        assertFalse(Called.in("@everyones @hereby mail@where").everyone());
    }

    @Test
    void code_calls_nobody() {
        var called = Called.in("`<@1>` ```\n@everyone <@2>``` <@3> ``a ` <@4>`` lone ` <@5>");
        assertEquals(List.of(new UserId(3), new UserId(5)), called.users());
        assertFalse(called.everyone());
    }

    @Test
    void numbers_that_are_no_ids_are_text() {
        assertEquals(
                List.of(), Called.in("<@0> <@9999999999999999999> <@> <@a>").users());
    }

    @Test
    void text_is_cleaned_of_what_cannot_be_stored() {
        assertEquals("ab", Text.clean(" a\0b \n"));
        assertEquals("\uFFFDx😀", Text.clean("\uD83Dx😀"));
        assertEquals("", Text.clean("\0 \0"));
        assertEquals(2, Text.chars("😀a"));
    }
}
