# Runs the consumer against an installation in a temporary prefix, and with the sources below it.
# The flags are those of this build, so that a compiler cache knows the objects already.
set(prefix ${CMAKE_CURRENT_BINARY_DIR}/consumer/prefix)
set(sanitize "")
if(ENTENTE_SANITIZE)
    set(sanitize "-fsanitize=${ENTENTE_SANITIZE}")
endif()

add_test(NAME consumer.install COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR}
    --prefix ${prefix})
set_tests_properties(consumer.install PROPERTIES FIXTURES_SETUP installed)

set(ways find_package add_subdirectory)
if(ENTENTE_SANITIZE)  # compiling all of the library again would find nothing new
    set(ways find_package)
endif()
foreach(way IN LISTS ways)
    add_test(NAME consumer.${way} COMMAND ${CMAKE_CTEST_COMMAND}
        --build-and-test ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_CURRENT_BINARY_DIR}/consumer/${way}
        --build-generator ${CMAKE_GENERATOR} --build-noclean
        --build-options -DCONSUMER_WAY=${way} -DCMAKE_PREFIX_PATH=${prefix}
            -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE} -DCMAKE_EXE_LINKER_FLAGS=${sanitize}
            -DCMAKE_CXX_FLAGS_DEBUG=${CMAKE_CXX_FLAGS_DEBUG}
            -DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
            -DENTENTE_WARNINGS_AS_ERRORS=${ENTENTE_WARNINGS_AS_ERRORS}
        --test-command consumer)
endforeach()
set_tests_properties(consumer.find_package PROPERTIES FIXTURES_REQUIRED installed)
