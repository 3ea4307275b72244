import { writeFileSync } from 'node:fs'
import { generatedFiles, root } from './generate.ts'

/** `npm run openapi`: writes schemas/openapi*.json and the tables of docs/openapi.md. */
for (const [path, text] of await generatedFiles()) {
  writeFileSync(new URL(path, root), text)
  console.log(`${path}: ${Math.round(text.length / 1024)} KB`)
}
