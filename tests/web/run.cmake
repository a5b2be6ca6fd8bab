# Writes the reports and runs the tests over them.
file(REMOVE_RECURSE ${WORK}/corpus-report ${WORK}/news-report ${WORK}/sample-report)
execute_process(COMMAND ${SAMPLE} ${WORK}/sample-report COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} annotate ${ROOT}/corpus/articles/news -o ${WORK}/news-report -q COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} annotate ${ROOT}/corpus/articles -o ${WORK}/corpus-report -q COMMAND_ERROR_IS_FATAL ANY)
foreach(report sample-report news-report)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env HYPELINE_REPORT=${WORK}/${report} ${NODE} --test WORKING_DIRECTORY ${ROOT}/tests/web COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${CMAKE_COMMAND} -E env HYPELINE_REPORT=${WORK}/corpus-report ${NODE} --test schema.test.mjs WORKING_DIRECTORY ${ROOT}/tests/web COMMAND_ERROR_IS_FATAL ANY)
