import { writeFileSync } from 'node:fs'
import { killMatrix } from '../../faults/kill-matrix.ts'
import { killMatrixPage } from '../../faults/kill-matrix-page.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import '../../specs/index.ts'

/** `npm run kill-matrix`: writes docs/kill-matrix.json and docs/kill-matrix.html. */
const matrix = killMatrix(allFaults, allRemedies)
const docs = new URL('../../docs/', import.meta.url)
writeFileSync(new URL('kill-matrix.json', docs), `${JSON.stringify(matrix, null, 1)}\n`)
writeFileSync(new URL('kill-matrix.html', docs), killMatrixPage(matrix))
const { requirements, faults, kills } = matrix.totals
console.log(`docs/kill-matrix.html: ${requirements} requirements, ${faults} faults, ${kills} kills`)
