find_package(benchmark REQUIRED)
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cpp)
if(sources)
  add_executable(tiendo_bench ${sources})
  target_link_libraries(tiendo_bench PRIVATE tiendo_cli benchmark::benchmark_main)
  target_compile_definitions(tiendo_bench PRIVATE TIENDO_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endif()

# Floors for the loaded server (bench/server.sh).
add_executable(fixed_answer ${CMAKE_SOURCE_DIR}/bench/fixed_answer.cpp)
target_link_libraries(fixed_answer PRIVATE tiendo_http)
add_executable(sqlite_floor ${CMAKE_SOURCE_DIR}/bench/sqlite_floor.cpp)
target_link_libraries(sqlite_floor PRIVATE PkgConfig::sqlite)
# Month's end with the simulation's mix of deeds (bench/month_end.sh).
add_executable(month_end ${CMAKE_SOURCE_DIR}/bench/month_end.cpp)
target_link_libraries(month_end PRIVATE tiendo_store Threads::Threads)
