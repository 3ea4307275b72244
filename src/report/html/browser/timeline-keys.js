/** @param {KeyboardEvent} event */
function moveAmongBars(event) {
  const bar = event.target
  if (!(bar instanceof HTMLElement) || !bar.matches('.bar-of-one')) return
  const next = neighbour(bar, event.key)
  if (!next) return
  event.preventDefault()
  bar.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

/**
 * Returns the adjacent bar, or the nearest bar of the lane above or below.
 * @param {HTMLElement} bar
 * @param {string} key
 */
function neighbour(bar, key) {
  if (key === 'ArrowRight') return /** @type {HTMLElement | null} */ (bar.nextElementSibling)
  if (key === 'ArrowLeft') return /** @type {HTMLElement | null} */ (bar.previousElementSibling)
  const row = bar.closest('.row')
  const other =
    key === 'ArrowDown' ? row?.nextElementSibling : key === 'ArrowUp' ? row?.previousElementSibling : undefined
  /** @type {HTMLElement[]} */
  const bars = [...(other?.querySelectorAll(/** @type {'button'} */ ('.bar-of-one')) ?? [])]
  const distance = (/** @type {HTMLElement} */ one) => Math.abs(one.offsetLeft - bar.offsetLeft)
  return bars.sort((one, another) => distance(one) - distance(another))[0]
}
