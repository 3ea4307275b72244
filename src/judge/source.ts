/** Where an expectation comes from. */
export interface Source {
  readonly kind: 'documentation' | 'source code' | 'recording' | 'verification' | 'thread'
  readonly at: string
  /** The release a line number holds for. */
  readonly release?: string
}

/** The tutorial page or another page of the documentation, with an anchor. */
export const doc = (at: string): Source => ({ kind: 'documentation', at })

/** A place in the release's source, e.g. `module-integration/Model/CustomerTokenService.php:105`, `2.4.7-p6`. */
export const code = (at: string, release: string): Source => ({ kind: 'source code', at, release })

/** A step of `fixtures/scenarios.json`: which recorded releases answered it is computed from the recordings. */
export const recorded = (step: string): Source => ({ kind: 'recording', at: step })

/** A finding on running shops of five releases (2.3.7-p4, 2.4.1, 2.4.5-p13, 2.4.7-p6, 2.4.8-p1). */
export const verified = (at: string): Source => ({ kind: 'verification', at })

/** A public issue or pull request, as `owner/repository#number`. */
export const thread = (at: string): Source => ({ kind: 'thread', at })

const tutorials = 'https://developer.adobe.com/commerce/webapi/rest/tutorials/orders'

/** A link for a source that has one. */
export function linkOf({ kind, at, release }: Source): string | undefined {
  if (kind === 'thread') return threadAddress(at)
  if (kind === 'documentation') return documentAddress(at)
  return kind === 'source code' && release ? codeAddress(at, release) : undefined
}

function threadAddress(at: string): string | undefined {
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(at) ?? []
  return number && `https://github.com/${repository}/issues/${number}`
}

function documentAddress(at: string): string | undefined {
  const [, rfc, section] = /^RFC (\d+)(?:, section ([\d.]+))?$/.exec(at) ?? []
  if (rfc) return `https://www.rfc-editor.org/rfc/rfc${rfc}${section ? `#section-${section}` : ''}`
  return /^order-create-customer(#|$)/.test(at) ? `${tutorials}/order-create-customer` : undefined
}

/** Magento publishes each release as a tag, and a composer package as a folder of it. */
function codeAddress(at: string, release: string): string | undefined {
  const [, path, line] = /^((?:module-[a-z-]+|framework|app)\/[\w/.]+)(?::(\d+))?/.exec(at) ?? []
  const file = path
    ?.replace(/^framework/, 'lib/internal/Magento/Framework')
    .replace(/^module-([a-z-]+)/, (_, name: string) => `app/code/Magento/${camelCase(name)}`)
  return file && `https://github.com/magento/magento2/blob/${release}/${file}${line ? `#L${line}` : ''}`
}

const camelCase = (name: string) => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

/** A source in one line, for people. */
export function describeSource(source: Source): string {
  return `${names[source.kind]}: ${source.at}${source.release ? ` (${source.release})` : ''}`
}

const names: Record<Source['kind'], string> = {
  documentation: 'documentation',
  'source code': 'source code',
  recording: 'recorded from real shops',
  verification: 'checked on running shops',
  thread: 'thread',
}
