/** The values of `format` in the schemas of reports and recordings. */
export const interfaceFormats = {
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
}
