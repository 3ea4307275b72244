/** The selection of requirements by the user; all if both are undefined. */
export interface Selected {
  /** Prefixes of selected ids. */
  readonly only?: readonly string[] | undefined
  /** Prefixes of excluded ids. */
  readonly excluded?: readonly string[] | undefined
}

/** True if only a part of the requirements was selected. */
export const isPart = ({ only, excluded }: Selected): boolean => only !== undefined || excluded !== undefined

/** Returns the selection as fields of a report. */
export const selectedOf = ({ only, excluded }: Selected) => ({
  ...(only ? { only } : {}),
  ...(excluded ? { excluded } : {}),
})

/** Returns the selection as rows of name and text; empty if all were selected. */
export const selectionRows = ({ only, excluded }: Selected): [name: string, text: string][] => [
  ...(only ? [['only', `${only.join(', ')}: nothing is said of the rest`] as [string, string]] : []),
  ...(excluded ? [['excluded', `${excluded.join(', ')}: nothing is said of them`] as [string, string]] : []),
]

/** Returns the selection in short, such as `only TOKEN without TOKEN-04`; empty if all were selected. */
export const selectionText = ({ only, excluded }: Selected): string =>
  [only ? `only ${only.join(', ')}` : '', excluded ? `without ${excluded.join(', ')}` : ''].filter(Boolean).join(' ')
