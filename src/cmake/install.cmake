# What `cmake --install` lays down: library, headers, command, rules, and the package for find_package.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
set(rules_dir ${CMAKE_INSTALL_DATADIR}/entente/rules)

install(TARGETS entente EXPORT ententeTargets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/entente TYPE INCLUDE)
# A pack is read as a whole: a file that an older version left behind would be part of it.
install(CODE "file(REMOVE_RECURSE \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${rules_dir}\")")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/ DESTINATION ${rules_dir})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE TYPE DOC)
install(EXPORT ententeTargets NAMESPACE entente:: DESTINATION ${package_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/ententeConfig.cmake.in
    ${PROJECT_BINARY_DIR}/ententeConfig.cmake
    INSTALL_DESTINATION ${package_dir} PATH_VARS rules_dir)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ententeConfig.cmake
    ${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake DESTINATION ${package_dir})
