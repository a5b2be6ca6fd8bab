# find_package(hypeline) gives hypeline::hypeline: the library with the parts it stands on.
include(${CMAKE_CURRENT_LIST_DIR}/parts.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/hypelineTargets.cmake)
target_link_libraries(hypeline::hypeline INTERFACE PkgConfig::RE2 PkgConfig::ICU PkgConfig::UTF8PROC PkgConfig::UCHARDET PkgConfig::CRYPTO
                      PkgConfig::XXHASH PkgConfig::ZLIB PkgConfig::ZSTD PkgConfig::BROTLI ${CLD2_LIBRARY} fmt::fmt simdjson::simdjson Threads::Threads EXPAT::EXPAT SQLite::SQLite3)
