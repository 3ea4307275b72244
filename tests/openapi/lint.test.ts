import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { documentLines } from './contract/lines.ts'
import { documentFor } from './documents.ts'
import { node, toolsFolder, withTools } from './tools.ts'

interface Problem {
  readonly ruleId: string
  readonly message: string
}

const lint = async (files: readonly string[]): Promise<Problem[]> =>
  JSON.parse(await node(['lint.mjs', ...files], toolsFolder)) as Problem[]

/** Ambiguous paths of Magento: a request may match both. */
const ambiguous = [
  ['/V1/customers/{email}/activate', '/V1/customers/addresses/{addressId}'],
  ['/V1/customers/addresses/{addressId}', '/V1/customers/{customerId}/billingAddress'],
  ['/V1/customers/addresses/{addressId}', '/V1/customers/{customerId}/shippingAddress'],
]

withTools('Redocly’s recommended rules', () => {
  test('report nothing in any document except that Magento’s own paths are ambiguous', async () => {
    const files = documentLines.map(({ file }) => fileURLToPath(new URL(`../../schemas/${file}`, import.meta.url)))
    const problems = await lint(files)
    const messages = ambiguous.map(
      ([a, b]) => `Paths should resolve unambiguously. Found two ambiguous paths: \`${a}\` and \`${b}\`.`,
    )
    expect(problems.filter(({ message }) => !messages.includes(message))).toEqual([])
    expect(problems.length).toBe(files.length * ambiguous.length)
  })

  test('report errors', async () => {
    const document = documentFor('2.4.8-p1')
    delete document.paths?.['/V1/customers']?.post?.operationId
    Object.assign(document.paths?.['/V1/customers/me']?.get ?? {}, { security: [{ nobody: [] }] })
    const file = join(mkdtempSync(join(tmpdir(), 'openapi-')), 'openapi.json')
    writeFileSync(file, JSON.stringify(document))
    const rules = (await lint([file])).map(({ ruleId }) => ruleId)
    expect(rules).toEqual(expect.arrayContaining(['operation-operationId', 'security-defined']))
  })
})
