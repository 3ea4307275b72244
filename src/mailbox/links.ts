const entities: Record<string, string> = { '&amp;': '&', '&#38;': '&', '&#x26;': '&', '&quot;': '"', '&#039;': "'" }

/** The links of a mail's HTML (its `href`s) and text, entities decoded, in order, each once. */
export function linksOf(html: string | undefined, text: string | undefined): string[] {
  const hrefs = [...(html ?? '').matchAll(/href\s*=\s*["']?(https?:\/\/[^"'\s>]+)/gi)].map(
    (match) => match[1] as string,
  )
  const plain = [...(text ?? '').matchAll(/https?:\/\/[^\s<>"')\]]+/gi)].map((match) => match[0])
  const decoded = [...hrefs, ...plain].map((link) =>
    link.replace(/&(amp|#38|#x26|quot|#039);/g, (entity) => entities[entity] ?? entity),
  )
  return [...new Set(decoded)]
}
