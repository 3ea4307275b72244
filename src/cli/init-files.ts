import { suite } from '../shared/version.ts'

/** The supported CI systems. */
export const ciNames = ['github', 'gitlab', 'jenkins', 'none'] as const

/** What a project needs. */
export interface Wanted {
  readonly url: string
  /** Empty if unknown. */
  readonly release: string
  readonly ci: (typeof ciNames)[number]
  readonly admin: boolean
  readonly mailbox: boolean
}

const command = `npx --yes ${suite.name}@${suite.version}`

/** Returns the files for a project, by name. They contain no secrets. */
export function filesOf(wanted: Wanted): [file: string, text: string][] {
  const secrets = [...(wanted.admin ? ['MAGENTO_ADMIN_TOKEN'] : []), ...(wanted.mailbox ? ['MAGENTO_MAILBOX_URL'] : [])]
  const names = [...secrets, ...(wanted.mailbox ? ['MAGENTO_EMAIL_DOMAIN'] : [])]
  const settings = { MAGENTO_BASE_URL: wanted.url, ...(wanted.release ? { MAGENTO_RELEASE: wanted.release } : {}) }
  const config = { expected: 'contract-expected.jsonc', settings }
  const pipeline = pipelines[wanted.ci](names)
  return [
    ...(names.length ? [['.env.example', `${names.map((name) => `${name}=`).join('\n')}\n`] as [string, string]] : []),
    ['contract.config.json', `${JSON.stringify(config, null, 2)}\n`],
    ['contract-expected.jsonc', expectedText],
    ...(pipeline ? [pipeline] : []),
  ]
}

const expectedText = `// What the shop is known to break, each with a reason:
//   { "id": "TOKEN-04", "reason": "our gateway answers it", "until": "2027-03-31" }
// A run with --write-expected adds what fails, with an empty reason for you to fill in.
{
  "expected": [
  ]
}
`

const pipelines: Record<Wanted['ci'], (names: readonly string[]) => [string, string] | undefined> = {
  github: (names) => [
    '.github/workflows/magento-contract.yml',
    [
      'name: magento-contract',
      'on:',
      '  schedule:',
      "    - cron: '17 4 * * *'",
      '  workflow_dispatch:',
      'jobs:',
      '  contract:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v5',
      '      - uses: actions/setup-node@v5',
      '        with:',
      "          node-version: '22'",
      `      - run: ${command}`,
      ...(names.length ? ['        env:'] : []),
      ...names.map((name) => `          ${name}: \${{ secrets.${name} }}`),
      '      - uses: actions/upload-artifact@v4',
      '        if: always()',
      '        with:',
      '          name: magento-contract',
      '          path: reports/',
      '',
    ].join('\n'),
  ],
  // In GitLab masked variables are available to all jobs without being listed.
  gitlab: () => [
    '.gitlab-ci.magento-contract.yml',
    [
      '# Add to .gitlab-ci.yml: include: .gitlab-ci.magento-contract.yml',
      'magento-contract:',
      '  image: node:22-slim',
      '  script:',
      `    - ${command}`,
      '  artifacts:',
      '    when: always',
      '    paths:',
      '      - reports/',
      '    reports:',
      '      junit: reports/junit.xml',
      '',
    ].join('\n'),
  ],
  jenkins: (names) => [
    'Jenkinsfile.magento-contract',
    [
      'pipeline {',
      "  agent { docker { image 'node:22-slim' } }",
      "  triggers { cron('H 4 * * *') }",
      ...(names.length ? ['  environment {'] : []),
      ...names.map((name) => `    ${name} = credentials('${name.toLowerCase().replaceAll('_', '-')}')`),
      ...(names.length ? ['  }'] : []),
      '  stages {',
      `    stage('contract') { steps { sh '${command}' } }`,
      '  }',
      '  post {',
      '    always {',
      "      junit testResults: 'reports/junit.xml', allowEmptyResults: true",
      "      archiveArtifacts artifacts: 'reports/**', allowEmptyArchive: true",
      '    }',
      '  }',
      '}',
      '',
    ].join('\n'),
  ],
  none: () => undefined,
}
