# One library a room; tests/layers.sh reads the include lines against the table of ARCHITECTURE.md.
function(room name)
  cmake_parse_arguments(room "" "" "USES;NEEDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(tiendo_${name} STATIC ${sources})
  target_include_directories(tiendo_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM room_USES PREPEND tiendo_)
  target_link_libraries(tiendo_${name} PUBLIC ${room_USES} PRIVATE ${room_NEEDS})
endfunction()

room(base NEEDS PkgConfig::icu PkgConfig::sodium PkgConfig::nettle)
target_link_libraries(tiendo_base PUBLIC PkgConfig::fmt Boost::json)
room(domain USES base)
room(formats USES base NEEDS PkgConfig::pugixml PkgConfig::zip PkgConfig::xlsxwriter PkgConfig::poppler PkgConfig::qpdf
     PkgConfig::lept PkgConfig::tesseract PkgConfig::pango PkgConfig::gumbo PkgConfig::seccomp)
room(intake USES base domain formats)
room(reports USES base domain formats)
room(store USES base domain NEEDS PkgConfig::sqlite PkgConfig::icu)
room(actions USES base domain intake reports store)
room(http USES base domain formats intake reports store actions NEEDS Threads::Threads)
room(notify USES base domain store actions NEEDS PkgConfig::curl Threads::Threads)
room(cli USES base domain formats intake reports store actions http notify)

foreach(name reports actions http notify cli)
  build_quickly(tiendo_${name})
endforeach()

target_compile_definitions(tiendo_cli PRIVATE TIENDO_VERSION="${PROJECT_VERSION}")

embed(tiendo_base text ${CMAKE_SOURCE_DIR}/text)
embed(tiendo_store migrations ${CMAKE_SOURCE_DIR}/src/store/migrations)
# The web page is built before the program; without it (a quick build) the program serves the API alone.
file(MAKE_DIRECTORY ${CMAKE_SOURCE_DIR}/web/dist)
embed(tiendo_http web ${CMAKE_SOURCE_DIR}/web/dist)

# What knows the libraries for PDF, pictures and Office files stands in a program of its own (docs/adr/0036).
add_executable(tiendo-documents ${CMAKE_SOURCE_DIR}/src/documents.cpp)
target_link_libraries(tiendo-documents PRIVATE tiendo_formats)
add_executable(tiendo ${CMAKE_SOURCE_DIR}/src/main.cpp)
target_link_libraries(tiendo PRIVATE tiendo_cli)
add_dependencies(tiendo tiendo-documents)
install(TARGETS tiendo tiendo-documents)
