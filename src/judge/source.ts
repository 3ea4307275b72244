/** The source of an expectation. */
export interface Source {
  readonly kind: 'documentation' | 'source code' | 'recording' | 'verification' | 'thread' | 'rule'
  readonly at: string
  /** The release to which a line number applies. */
  readonly release?: string
}

/** The tutorial page or another page of the documentation, with an anchor. */
export const doc = (at: string): Source => ({ kind: 'documentation', at })

/** A place in a release's source code, e.g. `module-integration/Model/CustomerTokenService.php:105`, `2.4.7-p6`. */
export const code = (at: string, release: string): Source => ({ kind: 'source code', at, release })

/** A step of `fixtures/scenarios.json`. The recordings determine which releases answered it. */
export const recorded = (step: string): Source => ({ kind: 'recording', at: step })

/** An observation on a real shop: the anchor of a section in docs/findings.md, e.g. `end-of-a-token`. */
export const verified = (section: string): Source => ({ kind: 'verification', at: `docs/findings.md#${section}` })

/** A public issue or pull request, as `owner/repository#number`. */
export const thread = (at: string): Source => ({ kind: 'thread', at })

/** A rule of the user's project, as text: `privacy policy, section 3`. */
export const rule = (at: string): Source => ({ kind: 'rule', at })

/** Returns the link of a source, or undefined if it has none. */
export function linkOf({ kind, at, release }: Source): string | undefined {
  const issue = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(at)
  if (kind === 'thread' && issue) return `https://github.com/${issue[1]}/issues/${issue[2]}`
  if (kind === 'documentation') return documentLink(at)
  const place = /^(?:module-([a-z-]+)|framework)\/([\w/.-]+\.\w+)(?::(\d+))?$/.exec(at)
  if (kind !== 'source code' || !place) return undefined
  const [, module, file, line] = place
  // These lie in magento/security-package, which counts its versions otherwise.
  if (module?.startsWith('re-captcha-')) return undefined
  const folder = module ? `app/code/Magento/${inCapitals(module)}` : 'lib/internal/Magento/Framework'
  return `https://github.com/magento/magento2/blob/${release}/${folder}/${file}${line ? `#L${line}` : ''}`
}

function documentLink(at: string): string | undefined {
  const standard = /^RFC (\d+)(?:, section ([\d.]+))?$/.exec(at)
  if (standard) return `https://www.rfc-editor.org/rfc/rfc${standard[1]}${standard[2] ? `#section-${standard[2]}` : ''}`
  return /^[a-z-]+(#|$)/.test(at) ? `${tutorials}/${at.replace(/#.*/, '')}/` : undefined
}

const tutorials = 'https://developer.adobe.com/commerce/webapi/rest/tutorials/orders'

/** Converts a package name to a folder name: `jwt-user-token` becomes `JwtUserToken`. */
const inCapitals = (module: string) => module.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Describes a source in one line, for output. */
export function describeSource(source: Source): string {
  return `${names[source.kind]}: ${source.at}${source.release ? ` (${source.release})` : ''}`
}

const names: Record<Source['kind'], string> = {
  documentation: 'documentation',
  'source code': 'source code',
  recording: 'recorded from real shops',
  verification: 'checked on running shops',
  thread: 'thread',
  rule: 'rule of the shop',
}
