import { suite } from './version.ts'

/** The package.json script that called the suite, as npm names it. */
const script = process.env.npm_lifecycle_event
const isOurs =
  /^run(-script)?$/.test(process.env.npm_command ?? '') &&
  (script === 'contract' || process.env.npm_lifecycle_script?.includes(suite.name))
const isSource = import.meta.url.endsWith('.ts')

/**
 * The command with which the user called the suite, for messages: `npm run contract --` in a clone or from a script of
 * that name, otherwise `npx magento-customer-contract`.
 */
export const calledAs = isOurs ? `npm run ${script} --` : isSource ? 'npm run contract --' : `npx ${suite.name}`
