# A room is a folder under src/ that becomes one library. It sees its own headers and those of the
# rooms named in USES, and nothing else: every room's headers are reached through a private include
# folder that holds a single link to the room, so that an include of any other room fails the build.

set(OSTEON_ROOM_LINKS ${CMAKE_BINARY_DIR}/rooms)

# Adds the include folders of the named rooms to a target.
function(osteon_see target)
  foreach(room IN LISTS ARGN)
    file(MAKE_DIRECTORY ${OSTEON_ROOM_LINKS}/${room})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${room} ${OSTEON_ROOM_LINKS}/${room}/${room} SYMBOLIC)
    target_include_directories(${target} PRIVATE ${OSTEON_ROOM_LINKS}/${room})
  endforeach()
endfunction()

# osteon_room(NAME USES rooms... LINKS libraries...)
#
# LINKS names third-party libraries. They travel with the room, since its headers may use them.
function(osteon_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
       ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(osteon_${name} STATIC ${sources})
  set_target_properties(osteon_${name} PROPERTIES LINKER_LANGUAGE CXX)
  osteon_see(osteon_${name} ${name} ${ROOM_USES})
  target_link_libraries(osteon_${name} PRIVATE osteon_options PUBLIC ${ROOM_LINKS})
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(osteon_${name} PUBLIC osteon_${used})
  endforeach()
endfunction()

# osteon_tests(NAME USES rooms... LINKS libraries...): tests/NAME/*.cpp as one doctest program. NAME
# is the room that it tests, or a name of its own.
function(osteon_tests room)
  cmake_parse_arguments(TESTS "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${room}/*.cpp)
  if(NOT sources)
    return()
  endif()
  set(target osteon_tests_${room})
  add_executable(${target} ${sources} ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
  if(TARGET osteon_${room})
    list(PREPEND TESTS_USES ${room})
  endif()
  osteon_see(${target} ${TESTS_USES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE osteon_options doctest::doctest ${TESTS_LINKS})
  foreach(used IN LISTS TESTS_USES)
    target_link_libraries(${target} PRIVATE osteon_${used})
  endforeach()
  target_compile_definitions(${target} PRIVATE
    OSTEON_SOURCE_DIR="${CMAKE_SOURCE_DIR}" OSTEON_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${room} COMMAND ${target})
  set_tests_properties(${room} PROPERTIES TIMEOUT 300)
endfunction()
