/// Every bound of the program in one file, and the rate limits. What is not bounded here is a defect.
@NullMarked
package chat.parley.base.limit;

import org.jspecify.annotations.NullMarked;
