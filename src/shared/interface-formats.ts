/** The formats that the schemas of reports and recordings name. */
export const interfaceFormats = {
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
}
