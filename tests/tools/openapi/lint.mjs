import { createConfig, lint } from '@redocly/openapi-core'

// Prints what Redocly's recommended rules say of the documents that are named, as JSON.
const config = await createConfig({ extends: ['recommended'] })
const problems = []
for (const ref of process.argv.slice(2))
  for (const { ruleId, severity, message, location } of await lint({ ref, config }))
    problems.push({ ref, ruleId, severity, message, pointer: location[0]?.pointer })
console.log(JSON.stringify(problems))
