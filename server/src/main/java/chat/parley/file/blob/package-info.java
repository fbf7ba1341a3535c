/// Where the bytes of files are kept: a directory or an S3 bucket, behind one interface, both of which only ever see
/// what `Vault` has encrypted. Nothing here knows what a file is or who may read it.
@NullMarked
package chat.parley.file.blob;

import org.jspecify.annotations.NullMarked;
