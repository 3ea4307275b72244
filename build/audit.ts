/** What `npm audit --json` gives, as far as it is read. */
export interface Audit {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly name: string; readonly severity: string; readonly nodes: readonly string[] }>
  >
  /** Why the registry could not be asked. */
  readonly message?: string
}

/**
 * The known vulnerabilities of packages that come with this one.
 * @param audit of the project
 * @param bundled folders of the packages that became part of it, and installed those that are installed with it
 * @returns each with its severity; undefined when the registry did not answer
 */
export function vulnerable(
  audit: Audit,
  { bundled, installed }: { readonly bundled: readonly string[]; readonly installed: readonly string[] },
): string[] | undefined {
  if (!audit.vulnerabilities) return undefined
  const ours = new Set([...bundled, ...installed])
  return Object.values(audit.vulnerabilities)
    .filter(({ nodes }) => nodes.some((node) => ours.has(node)))
    .map(({ name, severity }) => `${name} (${severity})`)
}
