/** Cache of the text of each requirement that the search uses. @type {Map<HTMLElement, string>} */
const searched = new Map()

/** @param {HTMLElement} item */
function searchedText(item) {
  const known = searched.get(item)
  if (known !== undefined) return known
  const text = [...item.querySelectorAll('summary .id, summary .sentence, .compared, .inside > .facts')]
    .map(({ textContent }) => textContent)
    .join('\n')
    .toLowerCase()
  searched.set(item, text)
  return text
}

const filterForm = () => /** @type {HTMLFormElement} */ (part('filter'))

/** @param {string} name */
const chosen = (name) => new FormData(filterForm()).getAll(name).map(String)

/** Applies the filter; the requirement in the URL fragment is always shown. */
function applyFilter() {
  const words = String(new FormData(filterForm()).get('text') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
  const verdicts = new Set(chosen('verdict'))
  const levels = new Set(chosen('level'))
  const named = namedByAddress()
  let shown = 0
  for (const item of requirementItems()) {
    const { verdict = '', level = '' } = item.dataset
    const isChosen =
      (verdicts.size === 0 || verdicts.has(verdict)) &&
      (levels.size === 0 || levels.has(level)) &&
      words.every((word) => searchedText(item).includes(word))
    item.hidden = !isChosen && item.id !== named
    item.classList.toggle('kept', !isChosen && item.id === named)
    if (isChosen) shown++
  }
  for (const chapter of document.querySelectorAll(/** @type {'section'} */ ('section.chapter'))) {
    chapter.hidden = !chapter.querySelector('.requirement:not([hidden])')
    const entry = document.querySelector(/** @type {'li'} */ (`[data-chapter="${chapter.id}"]`))
    if (entry) entry.hidden = chapter.hidden
  }
  const isWhole = verdicts.size + levels.size + words.length === 0
  part('shown').textContent = `${shown} of ${requirementItems().length} shown`
  part('none').hidden = shown > 0
  for (const button of filterForm().querySelectorAll('button')) button.hidden = isWhole
}

/** Writes the filter to the URL, so that it can be shared. */
function rememberFilter() {
  const address = new URL(location.href)
  address.search = ''
  const text = new FormData(filterForm()).get('text')
  for (const name of ['verdict', 'level'])
    if (chosen(name).length) address.searchParams.set(name, chosen(name).join(','))
  if (text) address.searchParams.set('text', String(text))
  try {
    history.replaceState(null, '', address)
  } catch {
    // A sandboxed page cannot change its URL; the filter works anyway.
  }
}

/** Reads the filter from the URL. */
function recallFilter() {
  const parameters = new URLSearchParams(location.search)
  for (const input of filterForm().querySelectorAll('input'))
    if (input.name === 'text') input.value = parameters.get('text') ?? ''
    else input.checked = (parameters.get(input.name) ?? '').split(',').includes(input.value)
}
