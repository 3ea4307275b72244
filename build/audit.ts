/** The part of the output of `npm audit --json` that is used. */
export interface Audit {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly name: string; readonly severity: string; readonly nodes: readonly string[] }>
  >
  /** The error, if the registry did not respond. */
  readonly message?: string
}

/**
 * Returns the known vulnerabilities of packages that are bundled or installed with this one.
 * @param audit the output for the project
 * @param bundled the folders of the bundled packages; `installed` names those that are installed with the package
 * @returns each with its severity; undefined if the registry did not respond
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
