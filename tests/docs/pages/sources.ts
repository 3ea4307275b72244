import { readdirSync, readFileSync } from 'node:fs'
import { describeSource, linkOf, type Source } from '../../../src/judge/source.ts'
import { markdown } from './markdown.ts'

const folder = new URL('../../../specs/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

/** Returns the name of a scenario with a link to its file. */
export function scenarioLink(scenario: string): string {
  const file = files.find(({ name, text }) => name.endsWith('.scenario.ts') && text.includes(`'${scenario}',`))
  return file ? `[${scenario}](../../specs/${file.name})` : scenario
}

/** Returns a link to the file of a requirement. */
export function specLink(id: string): string {
  const file = files.find(({ name, text }) => name.endsWith('.spec.ts') && text.includes(`'${id}'`))
  return file ? `[${file.name}](../../specs/${file.name})` : 'specs'
}

/** Returns the URL of a source, relative to docs/requirements. */
function linkFromPage(source: Source): string | undefined {
  if (source.kind === 'recording') return '../../fixtures/scenarios.json'
  return source.kind === 'verification' ? source.at.replace('docs/', '../') : linkOf(source)
}

/** Returns the sources of a requirement, one line for each kind. */
export function sourceLines(sources: readonly Source[]): string[] {
  const lines = sources.map((source) => {
    const link = linkFromPage(source)
    const [kind, ...at] = describeSource(source).split(': ')
    const place = markdown(at.join(': '))
    return [kind as string, link ? `[${place}](${link})` : place] as const
  })
  return [...new Set(lines.map(([kind]) => kind))].map((kind) => {
    const places = lines.filter(([other]) => other === kind).map(([, place]) => place)
    return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${places.join('; ')}`
  })
}
