# SPDX-FileCopyrightText: 2026 The Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# `cmake --install build/release --prefix …`. One id names the desktop file, the metainfo, the icon and the window.
include(GNUInstallDirs)
set(PARALLAX_ID io.github.parallax_viewer.Parallax)

install(TARGETS parallax RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES packaging/${PARALLAX_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/${PARALLAX_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/parallax.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
        RENAME ${PARALLAX_ID}.svg)
install(FILES packaging/parallax.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# Both checkers are in packaging/packages; a developer without them can still build.
find_program(DESKTOP_FILE_VALIDATE desktop-file-validate)
if(DESKTOP_FILE_VALIDATE)
  add_test(NAME desktop_file COMMAND ${DESKTOP_FILE_VALIDATE} ${PROJECT_SOURCE_DIR}/packaging/${PARALLAX_ID}.desktop)
endif()
find_program(APPSTREAMCLI appstreamcli)
if(APPSTREAMCLI)
  # Parallax has no home page yet.
  add_test(NAME metainfo COMMAND ${APPSTREAMCLI} validate --no-net --override=url-homepage-missing=info
                                 ${PROJECT_SOURCE_DIR}/packaging/${PARALLAX_ID}.metainfo.xml)
endif()
