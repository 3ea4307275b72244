/** Opens the requirement in the URL fragment, even if the filter would hide it. */
function openNamed() {
  applyFilter()
  const named = document.getElementById(namedByAddress())
  if (!(named instanceof HTMLDetailsElement)) return
  named.open = true
  named.scrollIntoView()
}

/** Opens the contents on a wide screen, where they are beside the page. */
function openContents() {
  const contents = /** @type {HTMLDetailsElement} */ (part('contents'))
  const wide = matchMedia('(min-width: 64rem)')
  const follow = () => contents.toggleAttribute('open', wide.matches)
  wide.addEventListener('change', follow)
  contents.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && !wide.matches) contents.open = false
  })
  follow()
}

for (const item of requirementItems()) item.addEventListener('toggle', () => item.open && fillExchanges(item))
document.getElementById('timeline')?.addEventListener('toggle', drawTimeline)

filterForm().hidden = false
recallFilter()
filterForm().addEventListener('input', () => {
  rememberFilter()
  applyFilter()
})
filterForm().addEventListener('submit', (event) => event.preventDefault())
filterForm().addEventListener('reset', (event) => {
  event.preventDefault()
  for (const input of filterForm().querySelectorAll('input'))
    if (input.name === 'text') input.value = ''
    else input.checked = false
  rememberFilter()
  applyFilter()
  filterForm().querySelector('input')?.focus()
})

addEventListener('hashchange', openNamed)
addEventListener('popstate', () => {
  recallFilter()
  openNamed()
})
addEventListener('beforeprint', openForPrint)
addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search'
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  filterForm().querySelector('input')?.focus()
})
openContents()
openNamed()
