#pragma once
#include <string_view>

namespace hypeline {

/// The charset an HTML page declares: `<meta charset>` or `<meta http-equiv="content-type" content="…charset=…">`, read as the HTML Standard's
/// prescan reads it, but in the first 16 KiB: browsers prescan 1,024 bytes, then honour a later declaration all the same. Lower-case WHATWG name, utf-16 read
/// as utf-8; empty where none (known) is declared.
std::string_view declared_charset(std::string_view html);

}  // namespace hypeline
