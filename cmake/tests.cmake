# One test program a room: tests/<room>/*_test.cpp.
find_package(GTest REQUIRED)
include(GoogleTest)
# Fontconfig keeps what it has read until the process ends.
set(leaks LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/leaks.txt:print_suppressions=0)
foreach(room base domain formats intake reports store actions http notify cli)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${room}/*.cpp)
  if(sources)
    add_executable(${room}_tests ${sources})
    target_include_directories(${room}_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${room}_tests PRIVATE tiendo_${room} GTest::gtest_main GTest::gmock)
    target_compile_definitions(${room}_tests PRIVATE TIENDO_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TIENDO_PROGRAM="$<TARGET_FILE:tiendo>")
    build_quickly(${room}_tests)
    add_dependencies(${room}_tests tiendo)
    gtest_discover_tests(${room}_tests DISCOVERY_TIMEOUT 60 TEST_FILTER -ContractTest.* PROPERTIES TIMEOUT 300 ENVIRONMENT "${leaks}")
  endif()
endforeach()
# Scans are made with the library that reads them.
target_link_libraries(formats_tests PRIVATE PkgConfig::lept)
target_sources(intake_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/formats/scan_maker.cpp)
target_link_libraries(intake_tests PRIVATE PkgConfig::lept)
# One process: its last test looks back on what all the others have sent.
add_test(NAME contract COMMAND http_tests --gtest_filter=ContractTest.*)
set_tests_properties(contract PROPERTIES ENVIRONMENT "${leaks}")
add_test(NAME layers COMMAND ${CMAKE_SOURCE_DIR}/tests/layers.sh)
add_test(NAME lean COMMAND ${CMAKE_SOURCE_DIR}/tests/lean.sh $<TARGET_FILE:tiendo>)

# The server's sockets and threads alone: what the thread sanitizer wants to see, without building every reader for it.
file(GLOB transport CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/http/server*.cpp)
add_executable(transport_tests EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/http/server_test.cpp ${transport}
  ${CMAKE_SOURCE_DIR}/src/http/workers.cpp ${CMAKE_SOURCE_DIR}/src/http/request.cpp ${CMAKE_SOURCE_DIR}/src/http/response.cpp)
target_include_directories(transport_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(transport_tests PRIVATE tiendo_base GTest::gtest_main GTest::gmock Threads::Threads)
# `tiendo` itself is not needed by them.
add_executable(store_thread_tests EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/store/store_test.cpp ${CMAKE_SOURCE_DIR}/tests/store/together_test.cpp)
target_include_directories(store_thread_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(store_thread_tests PRIVATE tiendo_store GTest::gtest_main GTest::gmock Threads::Threads)
# The thread that makes notices and those that carry messages out.
add_executable(scheduler_tests EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/notify/scheduler_test.cpp)
target_include_directories(scheduler_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(scheduler_tests PRIVATE tiendo_notify GTest::gtest_main GTest::gmock Threads::Threads)
