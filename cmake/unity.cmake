# sayso_group(TARGET): which of its files are compiled together where CMAKE_UNITY_BUILD is on (the presets that test).
#
# Reading headers costs more than compiling most of our files, so that files of one folder, SAYSO_GROUP at a time in the order
# of their names, are one unit: the whole build takes less than half the time. Never two folders: a name within an unnamed namespace
# has to be one of its folder's own and no more than that. With SAYSO_GROUP=1000 a whole folder is one unit: that shows
# names that only the present grouping keeps apart. Release builds compile every file by itself, which shows missing includes.
set(SAYSO_GROUP 24 CACHE STRING "How many files of a folder are compiled as one unit where CMAKE_UNITY_BUILD is on")
function(sayso_group target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(files ${target} SOURCES)
  foreach(file IN LISTS files)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    cmake_path(GET folder PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "${folder}" folder)
    if(NOT DEFINED count_${folder})
      set(count_${folder} 0)
    endif()
    math(EXPR group "${count_${folder}} / ${SAYSO_GROUP}")
    math(EXPR count_${folder} "${count_${folder}} + 1")
    set_property(SOURCE ${file} PROPERTY UNITY_GROUP ${folder}_${group})
  endforeach()
endfunction()
