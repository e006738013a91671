# SPDX-FileCopyrightText: 2026 The Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails when the source tree breaks its own shape. CMake's targets alone cannot keep it: in a Core-only target
# `#include <QWidget>` is refused, but `#include <QtWidgets/QWidget>` compiles.
#
#   cmake -DSOURCE_DIR=. -DQT_INCLUDE_DIR=/usr/include/…/qt6 -P tests/layering.cmake
#
# The rules, each with one function below:
#   includes     progress.h, story/story.h ← story readers, language ← alignment ← divergence ← comparison ← report ←
#                session ← ui ← main.cpp. The readers and language do not know each other. Ours are written from app/.
#   Qt modules   Core alone, except Gui in what parallax_session compiles, and everything in ui and main.cpp.
#   threads      in app/session only.
#   translation  in report, session, ui and main.cpp only.
#   files        two SPDX lines in each, `#pragma once` in each header.
# Tested by layering_selftest.cmake, which breaks each of them.
cmake_minimum_required(VERSION 3.25)

if(NOT EXISTS "${QT_INCLUDE_DIR}/QtCore/QString")
  message(FATAL_ERROR "QT_INCLUDE_DIR must be the folder that holds QtCore/, not '${QT_INCLUDE_DIR}'.")
endif()

set(layers story language alignment divergence comparison report session ui)
set(thread_words
  QThread QThreadPool QThreadStorage QRunnable QtConcurrent QFuture QFutureWatcher QFutureSynchronizer QPromise
  QMutex QMutexLocker QRecursiveMutex QReadWriteLock QReadLocker QWriteLocker QSemaphore QWaitCondition
  QAtomicInt QAtomicInteger QAtomicPointer moveToThread pthread_create
  std::thread std::jthread std::async std::future std::shared_future std::promise std::packaged_task
  std::mutex std::timed_mutex std::recursive_mutex std::shared_mutex std::lock_guard std::unique_lock std::scoped_lock
  std::shared_lock std::condition_variable std::condition_variable_any std::atomic std::atomic_flag std::call_once
  std::latch std::barrier std::counting_semaphore std::binary_semaphore std::stop_token std::execution)
set(thread_headers thread mutex shared_mutex future atomic condition_variable latch barrier semaphore stop_token execution
  pthread.h)

function(complain file what)
  message("${file}: ${what}")
  set_property(GLOBAL APPEND PROPERTY complaints "${file}")
endfunction()

# The layer of a file named from the top level: a folder of app/, "ui", "main", or "progress". What lies beside main.cpp
# is compiled in parallax_session; it stands there, but has no threads.
function(layer_of file result)
  if(file MATCHES "^app/([a-z]+)/")
    set(layer ${CMAKE_MATCH_1})
  elseif(file MATCHES "^ui/")
    set(layer ui)
  elseif(file STREQUAL "app/progress.h")
    set(layer progress)
  elseif(file STREQUAL "app/main.cpp")
    set(layer main)
  else()
    set(layer session)
  endif()
  set(${result} ${layer} PARENT_SCOPE)
endfunction()

# Does parallax_session compile this file of app/report? Those may draw; the others are parallax_core's.
function(read_session_files)
  file(READ "${SOURCE_DIR}/app/report/CMakeLists.txt" text)
  string(REGEX REPLACE "#[^\n]*" "" text "${text}")
  set(files)
  string(REGEX MATCHALL "target_sources[ \t\n]*\\([ \t\n]*parallax_session[^)]*\\)" blocks "${text}")
  foreach(block IN LISTS blocks)
    string(REGEX MATCHALL "[a-z0-9_]+\\.(h|cpp)" names "${block}")
    list(APPEND files ${names})
  endforeach()
  list(TRANSFORM files PREPEND "app/report/")
  set(session_files "${files}" PARENT_SCOPE)
endfunction()

function(may_draw file layer result)
  if(layer STREQUAL "session" OR file IN_LIST session_files)
    set(${result} TRUE PARENT_SCOPE)
  else()
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

# `header` is what stands between the quotes or angles.
function(check_own_include file layer header)
  if(header MATCHES "^\\.\\.?/" OR header MATCHES "/\\.\\./")
    complain("${file}" "includes \"${header}\"; write it from app/, like \"story/story.h\"")
    return()
  endif()
  cmake_path(GET file PARENT_PATH folder)
  if(NOT header MATCHES "/")
    if(NOT folder STREQUAL "app" AND EXISTS "${SOURCE_DIR}/${folder}/${header}")
      complain("${file}" "includes \"${header}\"; write it from app/, like \"story/story.h\"")
    elseif(header STREQUAL "main.cpp")
      complain("${file}" "includes main.cpp")
    endif()
    return()
  endif()
  string(REGEX REPLACE "^([^/]+)/.*" "\\1" target "${header}")
  list(FIND layers "${target}" target_rank)
  if(target_rank EQUAL -1)
    return()
  endif()
  list(FIND layers "${layer}" rank)
  if(layer STREQUAL "main")
    list(LENGTH layers rank)
  endif()
  if(target_rank GREATER rank)
    complain("${file}" "includes \"${header}\": ${layer} stands before ${target} and must not know it")
  elseif(layer STREQUAL "language" AND target STREQUAL "story" AND NOT header STREQUAL "story/story.h")
    complain("${file}" "includes \"${header}\": language and the readers of story do not know each other")
  elseif(layer STREQUAL "report" AND "app/${header}" IN_LIST session_files AND NOT "${file}" IN_LIST session_files)
    complain("${file}" "is parallax_core's but includes \"${header}\", which parallax_session compiles")
  endif()
endfunction()

# The Qt module a header belongs to in any of its spellings: <QWidget>, <qwidget.h>, <QtWidgets/QWidget>, <QtWidgets>.
function(qt_module header result)
  set(${result} "" PARENT_SCOPE)
  if(header MATCHES "^(Qt[A-Z][A-Za-z0-9]*)/")
    set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
    return()
  endif()
  if(NOT header MATCHES "^[Qq][A-Za-z0-9_]+(\\.h)?$")
    return()
  endif()
  foreach(module QtCore QtGui QtWidgets)
    if(EXISTS "${QT_INCLUDE_DIR}/${module}/${header}")
      set(${result} ${module} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  file(GLOB found LIST_DIRECTORIES FALSE "${QT_INCLUDE_DIR}/Qt*/${header}")
  if(found)
    list(GET found 0 found)
    cmake_path(GET found PARENT_PATH found)
    cmake_path(GET found FILENAME found)
    set(${result} ${found} PARENT_SCOPE)
  endif()
endfunction()

function(check_library_include file layer header)
  if(layer STREQUAL "ui" OR layer STREQUAL "main")
    if(header MATCHES "^QtConcurrent")
      complain("${file}" "includes <${header}>: threads live in app/session only")
    endif()
    return()
  endif()
  may_draw("${file}" "${layer}" draws)
  set(allowed QtCore)
  if(draws)
    list(APPEND allowed QtGui)
  endif()
  if(file MATCHES "^app/session/")
    list(APPEND allowed QtConcurrent)
  endif()
  qt_module("${header}" module)
  if(module AND NOT module IN_LIST allowed)
    complain("${file}" "includes <${header}> of ${module}; it may use ${allowed} only")
  elseif(header MATCHES "^(KSyntaxHighlighting|KF6/|BreezeIcons|breezeicons)")
    complain("${file}" "includes <${header}>, which is the ui's")
  elseif(header IN_LIST thread_headers AND NOT file MATCHES "^app/session/")
    complain("${file}" "includes <${header}>: threads live in app/session only")
  endif()
endfunction()

function(check_includes file layer text)
  string(REGEX MATCHALL "#[ \t]*include[ \t]*[<\"][^>\"\n]+[>\"]" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]$" "\\1" header "${include}")
    check_own_include("${file}" "${layer}" "${header}")
    check_library_include("${file}" "${layer}" "${header}")
  endforeach()
endfunction()

function(check_words file layer text)
  if(NOT file MATCHES "^app/session/")
    foreach(word IN LISTS thread_words)
      if(text MATCHES "(^|[^A-Za-z0-9_])${word}($|[^A-Za-z0-9_])")
        complain("${file}" "uses ${word}: threads live in app/session only")
      endif()
    endforeach()
  endif()
  if(NOT layer MATCHES "^(report|session|ui|main)$")
    if(text MATCHES "(^|[^A-Za-z0-9_])(tr|qtTrId|QT_TR_NOOP|QT_TRANSLATE_NOOP|QT_TRID_NOOP)[ \t]*\\("
       OR text MATCHES "(^|[^A-Za-z0-9_.>])translate[ \t]*\\(")
      complain("${file}" "translates; only report, session, ui and main.cpp speak to the user")
    endif()
  endif()
endfunction()

function(check_licence file text)
  string(SUBSTRING "${text}" 0 600 top)
  if(NOT top MATCHES "SPDX-FileCopyrightText: [0-9]" OR NOT top MATCHES "SPDX-License-Identifier: [A-Z]")
    complain("${file}" "lacks the two SPDX lines at its top")
  endif()
endfunction()

read_session_files()

# Comments may name what code may not; positions do not matter here, so they are simply cut out.
file(GLOB_RECURSE sources RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/app/*.h" "${SOURCE_DIR}/app/*.cpp"
     "${SOURCE_DIR}/ui/*.h" "${SOURCE_DIR}/ui/*.cpp")
foreach(file IN LISTS sources)
  file(READ "${SOURCE_DIR}/${file}" text)
  # Brackets and semicolons would split CMake lists; none of the rules needs them.
  string(REGEX REPLACE "[][;]" " " text "${text}")
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" text "${text}")
  layer_of("${file}" layer)
  check_includes("${file}" "${layer}" "${text}")
  string(REGEX REPLACE "#[ \t]*include[^\n]*" "" text "${text}")
  check_words("${file}" "${layer}" "${text}")
endforeach()

file(GLOB_RECURSE headers RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/app/*.h" "${SOURCE_DIR}/ui/*.h" "${SOURCE_DIR}/tests/*.h")
foreach(file IN LISTS headers)
  file(READ "${SOURCE_DIR}/${file}" text)
  if(NOT text MATCHES "(^|\n)#pragma once[ \t]*(\n|$)")
    complain("${file}" "lacks #pragma once")
  endif()
endforeach()

file(GLOB_RECURSE licensed RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/app/*.h" "${SOURCE_DIR}/app/*.cpp" "${SOURCE_DIR}/ui/*.h"
     "${SOURCE_DIR}/ui/*.cpp" "${SOURCE_DIR}/tests/*.h" "${SOURCE_DIR}/tests/*.cpp" "${SOURCE_DIR}/tests/*.cmake"
     "${SOURCE_DIR}/tests/*.py" "${SOURCE_DIR}/resources/*.cpp" "${SOURCE_DIR}/resources/*.py" "${SOURCE_DIR}/resources/*.cmake" "${SOURCE_DIR}/packaging/*"
     "${SOURCE_DIR}/app/*CMakeLists.txt" "${SOURCE_DIR}/ui/*CMakeLists.txt" "${SOURCE_DIR}/tests/*CMakeLists.txt"
     "${SOURCE_DIR}/resources/*CMakeLists.txt")
list(APPEND licensed CMakeLists.txt)
foreach(file IN LISTS licensed)
  file(READ "${SOURCE_DIR}/${file}" text LIMIT 1200)
  check_licence("${file}" "${text}")
endforeach()

list(LENGTH sources count)
get_property(complaints GLOBAL PROPERTY complaints)
if(complaints)
  list(LENGTH complaints broken)
  message(FATAL_ERROR "${broken} place(s) break the shape of the tree; DESIGN and the top of this script say why it has one.")
elseif(count EQUAL 0)
  message(FATAL_ERROR "No sources found under '${SOURCE_DIR}': this check would pass without looking at anything.")
endif()
message("${count} sources keep the layering.")
