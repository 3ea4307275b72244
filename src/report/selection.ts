/** Which part of the requirements was asked for, as the user said it; all of them when neither is given. */
export interface Selected {
  /** The beginnings of the selected ids. */
  readonly only?: readonly string[] | undefined
  /** The beginnings of the ids that were left out of these. */
  readonly excluded?: readonly string[] | undefined
}

/** Whether only a part of the requirements was selected. */
export const isPart = ({ only, excluded }: Selected): boolean => only !== undefined || excluded !== undefined

/** What was selected as fields of a report. */
export const selectedOf = ({ only, excluded }: Selected) => ({
  ...(only ? { only } : {}),
  ...(excluded ? { excluded } : {}),
})

/** What was asked for, as rows of a name and a text; none where everything was. */
export const selectionRows = ({ only, excluded }: Selected): [name: string, text: string][] => [
  ...(only ? [['only', `${only.join(', ')}: nothing is said of the rest`] as [string, string]] : []),
  ...(excluded ? [['excluded', `${excluded.join(', ')}: nothing is said of them`] as [string, string]] : []),
]

/** The same in a few words: `only TOKEN without TOKEN-04`; empty where everything was. */
export const selectionText = ({ only, excluded }: Selected): string =>
  [only ? `only ${only.join(', ')}` : '', excluded ? `without ${excluded.join(', ')}` : ''].filter(Boolean).join(' ')
