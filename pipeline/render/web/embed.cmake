# cmake -DIN=app.css -DNAME=kAppCss -DOUT=app_css.cpp -P embed.cmake: a file as a string constant of the program
# (render/web/assets.h), without its indentation.
file(READ "${IN}" content)
string(REGEX REPLACE "\n[ ]+" "\n" content "${content}")
file(WRITE "${OUT}" "#include \"render/web/assets.h\"\n\nconst std::string_view hypeline::assets::${NAME} = R\"embedded(${content})embedded\";\n")
