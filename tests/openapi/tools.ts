import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { needs } from '../support/needs.ts'

/** The folder of tools that only these tests need; they are half as large as all other packages. */
export const toolsFolder = fileURLToPath(new URL('../tools/openapi/', import.meta.url))

/** Groups tests that need these tools. */
export const withTools = needs(
  {},
  { 'npm ci --prefix tests/tools/openapi': existsSync(new URL('../tools/openapi/node_modules', import.meta.url)) },
)

/**
 * Runs a script with Node.
 * @returns its output
 * @throws Error with the output if it ends with another code than 0
 */
export async function node(args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout
  } catch (error) {
    const { message, stdout = '' } = error as Error & { stdout?: string }
    throw new Error(`${message}\n${stdout}`)
  }
}
