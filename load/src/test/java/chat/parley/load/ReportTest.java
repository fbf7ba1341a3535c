package chat.parley.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ReportTest {
    @Test
    void a_report_that_failed_says_so() {
        var report = new Report().add("figure", 1.23456);
        assertFalse(report.failed());
        report.fail("it grew");
        assertTrue(report.failed());
    }
}
