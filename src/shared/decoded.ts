/** Decodes the percent encoding of a text. Invalid escapes stay unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
