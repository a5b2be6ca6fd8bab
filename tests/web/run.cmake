# Writes the two reports and runs the tests over each.
file(REMOVE_RECURSE ${WORK}/corpus-report ${WORK}/sample-report)
execute_process(COMMAND ${PROGRAM} annotate ${ROOT}/corpus/articles -o ${WORK}/corpus-report -q COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${SAMPLE} ${WORK}/sample-report COMMAND_ERROR_IS_FATAL ANY)
foreach(report sample-report corpus-report)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env HYPELINE_REPORT=${WORK}/${report} ${NODE} --test WORKING_DIRECTORY ${ROOT}/tests/web COMMAND_ERROR_IS_FATAL ANY)
endforeach()
