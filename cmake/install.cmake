# What `cmake --install` lays down beside the program and the library: data, model, manual, completions, licences.
install(DIRECTORY data models DESTINATION ${CMAKE_INSTALL_DATADIR}/sayso OPTIONAL)
install(FILES ${SAYSO_GAZETTEER_INDEX} DESTINATION ${CMAKE_INSTALL_DATADIR}/sayso/data)  # beside the folder, so that no hash of data holds it
install(FILES docs/man/sayso.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES LICENSE NOTICE README.md CHANGELOG.md docs/claim.schema.json DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Completions are made by the program itself, from the options it really has.
set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${completions}/sayso ${completions}/_sayso ${completions}/sayso.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND sayso_cli completion bash > ${completions}/sayso
  COMMAND sayso_cli completion zsh > ${completions}/_sayso
  COMMAND sayso_cli completion fish > ${completions}/sayso.fish
  DEPENDS sayso_cli VERBATIM)
add_custom_target(sayso_completions ALL DEPENDS ${completions}/sayso ${completions}/_sayso ${completions}/sayso.fish)
install(FILES ${completions}/sayso DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completions}/_sayso DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completions}/sayso.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
