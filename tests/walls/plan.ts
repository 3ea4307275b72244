/** A forbidden import that is allowed as an exception, with the reason. */
export type Door = { from: string; to: string; why: string }

/** The layers of src, the lowest first: a file may import its own layer and those before it. */
export const floors = [
  'shared',
  'recording',
  'target',
  'perform',
  'judge',
  'report',
  'cli',
  'library',
  'vitest',
] as const

/** What each folder may import besides itself. `chapter faults` are the files of specs/ for which `isFaults` is true. */
export const rooms: Record<string, readonly string[]> = {
  release: [],
  schemas: [],
  fixtures: [],
  reference: ['release', 'fixtures', 'schemas'],
  src: ['release', 'fixtures', 'schemas'],
  specs: ['src', 'release', 'fixtures', 'schemas'],
  faults: ['src', 'reference', 'release', 'fixtures', 'schemas'],
  'chapter faults': ['specs', 'faults', 'src', 'reference', 'release', 'fixtures', 'schemas'],
  build: ['src', 'release', 'schemas'],
  tests: ['build', 'specs', 'chapter faults', 'faults', 'src', 'reference', 'release', 'fixtures', 'schemas'],
  'top level': ['specs', 'src'],
}

/** The highest layer of src that a folder outside src may import; a folder that is not listed may import all. */
export const highestFloor: Record<string, (typeof floors)[number]> = {
  specs: 'report',
  'chapter faults': 'report',
  faults: 'report',
}

/** True if a file of specs/ is about faults, and may import faults/ and reference/. */
export const isFaults = (file: string): boolean =>
  file.endsWith('.faults.ts') || file === 'specs/faults.ts' || file === 'specs/shared/broken-together.ts'

export const doors: readonly Door[] = [
  {
    from: 'release/lines.ts',
    to: 'src/shared/package-file.ts',
    why: 'the files of the lines of releases lie elsewhere in the installed package',
  },
  { from: 'reference/main.ts', to: 'specs/faults.ts', why: '--fault starts the reference with faults of the chapters' },
  { from: 'src/target/embedded.ts', to: 'reference/index.ts', why: '--reference starts the embedded reference' },
  { from: 'src/target/mailbox/outbox.ts', to: 'reference/index.ts', why: 'reads the mails of the embedded reference' },
  { from: 'src/cli/select.ts', to: 'specs/index.ts', why: 'the command runs the contract' },
  { from: 'src/cli/catalogue.ts', to: 'specs/faults.ts', why: 'the catalogue counts the faults of each requirement' },
  {
    from: 'src/cli/config/read.ts',
    to: 'src/library/own.ts',
    why: 'a configuration with requirements of the shop’s own loads the library',
  },
  { from: 'src/library/own.ts', to: 'specs/index.ts', why: 'the contract is defined before a shop’s own requirements' },
  { from: 'src/library/index.ts', to: 'reference/index.ts', why: 'the library starts the reference' },
  { from: 'src/library/reference.ts', to: 'reference/index.ts', why: 'the library exports the reference' },
  {
    from: 'specs/revoke/kept-by-password.spec.ts',
    to: 'specs/reset/reset-link.scenario.ts',
    why: 'judges which tokens a reset leaves valid, by the scenario that resets',
  },
  {
    from: 'specs/token/login-detours.spec.ts',
    to: 'specs/lockout/login-lock.scenario.ts',
    why: 'judges the login of a closed name, by the scenario that closes names',
  },
]

/** Maximum lines of a file. */
export const mostLines = 250

/** Files that may be longer because they are data, each with its content. */
export const data: Record<string, string> = {
  'tests/reference/releases.test.ts': 'a table: what each release answers where releases differ',
  'tests/reference/verified.test.ts': 'a table: facts from verified.md and their answers in five releases',
}
