import { calledAs } from '../../shared/command.ts'
import { suite } from '../../shared/version.ts'
import { UsageError } from '../../target/settings.ts'
import type { Fleet, Shop } from './fleet.ts'

/** The formats of `fleet --format`. */
export const fleetFormats: Readonly<Record<string, (fleet: Fleet) => string>> = {
  console: forPeople,
  github: forGithub,
  gitlab: forGitlab,
}

const urlOf = ({ settings, secrets }: Shop) => settings.MAGENTO_BASE_URL ?? `$${secrets.MAGENTO_BASE_URL}`

function forPeople({ file, shops }: Fleet): string {
  const rows = shops.map((shop) => [
    shop.name,
    urlOf(shop),
    shop.settings.MAGENTO_RELEASE ?? 'release found by the answers',
    Object.entries(shop.secrets)
      .map(([name, variable]) => `${name} from ${variable}`)
      .join(', ') || 'no secrets',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)))
  return [
    `${file}: ${shops.length === 1 ? '1 shop' : `${shops.length} shops`}`,
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
    '',
    `${calledAs} fleet ${file} --format github prints the matrix for GitHub Actions, --format gitlab a child pipeline.`,
  ].join('\n')
}

/** GitHub's maximum number of jobs in a matrix. */
const mostGithubJobs = 256

/** Returns the matrix in one line, as required for a step output. */
function forGithub({ file, shops }: Fleet): string {
  if (shops.length > mostGithubJobs)
    throw new UsageError(
      `${file}: ${shops.length} shops are more than the ${mostGithubJobs} jobs of a matrix: split it`,
    )
  const include = shops.map(({ name, settings, secrets, arguments: more }) => ({
    shop: name,
    settings,
    secrets,
    arguments: more.join(' '),
  }))
  return JSON.stringify({ include })
}

const command = `npx --yes ${suite.name}@${suite.version}`

/** Returns a child pipeline with a job per shop, and one that merges the reports. JSON strings are valid YAML. */
function forGitlab({ file, shops }: Fleet): string {
  return [
    `# From ${file} by ${suite.name} ${suite.version}: a child pipeline.`,
    'stages: [contract, report]',
    '.contract:',
    '  stage: contract',
    '  image: node:22-slim',
    '  artifacts:',
    '    when: always',
    '    paths: [reports/]',
    '    reports:',
    '      junit: reports/*/junit.xml',
    ...shops.flatMap(jobLines),
    'report:',
    '  stage: report',
    '  image: node:22-slim',
    '  when: always',
    '  script:',
    `    - ${command} report merge reports/*/report.json --out reports`,
    '  artifacts:',
    '    when: always',
    '    paths: [reports/]',
  ].join('\n')
}

function jobLines({ name, settings, secrets, arguments: more }: Shop): string[] {
  // GitLab expands $NAME; a literal dollar sign is doubled.
  const variables = [
    ...Object.entries(settings).map(([key, value]) => [key, value.replaceAll('$', '$$$$')] as const),
    ...Object.entries(secrets).map(([key, variable]) => [key, `$${variable}`] as const),
  ]
  return [
    `${JSON.stringify(`contract ${name}`)}:`,
    '  extends: .contract',
    '  variables:',
    ...variables.map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
    '  script:',
    `    - ${[command, '--out', `reports/${name}`, ...more].join(' ')}`,
  ]
}
