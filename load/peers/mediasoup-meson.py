# Lets mediasoup's worker be built against Debian's libraries instead of archives from elsewhere.
import pathlib
import re
import sys

worker = pathlib.Path(sys.argv[1])
absl = ["flat_hash_map", "flat_hash_set", "strings", "optional", "variant", "any", "span", "memory", "algorithm_container", "inlined_vector"]
found = {
    "openssl_proj": "[dependency('libssl'), dependency('libcrypto')]",
    "nlohmann_json_proj": "dependency('nlohmann_json')",
    "libuv_proj": "dependency('libuv')",
    "libsrtp2_proj": "dependency('libsrtp2')",
    "usrsctp_proj": "dependency('usrsctp')",
    "abseil_cpp_proj": "[" + ", ".join(f"dependency('absl_{name}')" for name in absl) + "]",
}
for file in (worker / "meson.build", worker / "deps/libwebrtc/meson.build"):
    text = file.read_text().split("\ntest_sources = [")[0]
    text = re.sub(r"catch2_proj = subproject\(.*?\n\)\n", "", text, flags=re.S)
    for name, dependency in found.items():
        text = re.sub(rf"{name} = subproject\(.*?\n\)\n", f"{name} = {dependency}\n", text, flags=re.S)
        # Whole archives are for the library that Rust links; a shared library needs none.
        text = re.sub(rf"  {name}\.get_variable\('(?:absl_container_lib|libcrypto_lib|libssl_lib|libuv|libsrtp2|usrsctp)'\),\n", "", text)
        text = re.sub(rf"{name}\.get_variable\('\w+'\)", name, text)
    file.write_text(text)
