import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { lineOfRelease } from './contract/lines.ts'
import { committed } from './generate.ts'
import { node, toolsFolder, withTools } from './tools.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A TypeScript version that clients use today, and the one of this repository. */
const compilers = [join(toolsFolder, 'node_modules/typescript/bin/tsc'), join(root, 'node_modules/typescript/bin/tsc')]

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  types: [],
}

/** The example program of docs/openapi.md. */
const program = /```ts\n([\s\S]*?)```/.exec(committed('docs/openapi.md'))?.[1] ?? ''
const shopOfTheProgram = 'https://shop.example.com'

/** Creates a folder with a client for a release's document, and a program that uses it. */
async function folderOf(release: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'client-'))
  symlinkSync(join(toolsFolder, 'node_modules'), join(folder, 'node_modules'))
  const generator = join(toolsFolder, 'node_modules/openapi-typescript/bin/cli.js')
  const document = join(root, 'schemas', lineOfRelease(release).file)
  await node([generator, document, '--output', 'magento.ts'], folder)
  writeFileSync(join(folder, 'client.ts'), text)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  return folder
}

/** Programs that must not compile, each with its error. */
const mistakes = {
  'a-field-that-no-customer-has': ['me.lastname', 'me.nickname'],
  'a-path-that-magento-does-not-have': ["'/V1/customers/me'", "'/V1/customers/mine'"],
  'a-login-without-a-password': ['username: email, password', 'username: email'],
} as const

/** Milliseconds: compilers are slow on few processors. */
const timeout = 180_000

withTools('a client generated from the document', () => {
  test.each([
    { release: '2.4.8-p1', with: compilers },
    { release: '2.3.7-p4', with: compilers.slice(0, 1) },
  ])(
    'compiles strictly, registers, logs in and reads the profile of $release',
    { timeout },
    async ({ release, with: used }) => {
      const reference = await startReference({ release })
      try {
        expect(program).toContain(shopOfTheProgram)
        const folder = await folderOf(release, program.replace(shopOfTheProgram, reference.url))
        for (const compiler of used) await node([compiler], folder)
        expect(await node(['client.js'], folder)).toBe('Jane Doe, customer 1, lives in Purchase\n')
      } finally {
        await reference.close()
      }
    },
  )

  test('does not compile with what the document does not allow', { timeout }, async () => {
    const folder = await folderOf('2.4.8-p1', program)
    for (const [name, [right, wrong]] of Object.entries(mistakes)) {
      expect(program).toContain(right)
      writeFileSync(join(folder, `${name}.ts`), program.replace(right, wrong))
    }
    const said = await node([compilers[0] as string], folder).catch((error: Error) => error.message)
    const files = new Set([...said.matchAll(/^([\w-]+)\.ts.*error TS/gm)].map(([, file]) => file))
    expect([...files].sort()).toEqual(Object.keys(mistakes).sort())
  })
})
