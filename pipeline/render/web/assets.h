#pragma once
#include <string_view>

/// The files of pipeline/render/web, compiled in by web/embed.py at build time.
namespace hypeline::assets {

extern const std::string_view kAppCss, kAppJs;

}  // namespace hypeline::assets
