/**
 * An element with its attributes and children. Texts become text, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/**
 * The element that the page is written with under this id.
 * @param {string} id
 */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id))
}

/**
 * Reads a block of data of the page.
 * @param {string} id
 */
function block(id) {
  return JSON.parse(part(id).textContent ?? '')
}

/** The id that the address names: every one of the page is written in letters that need no decoding. */
function namedByAddress() {
  return location.hash.slice(1)
}

/** Every requirement of the page, in order. @returns {HTMLDetailsElement[]} */
function requirementItems() {
  return [...document.querySelectorAll(/** @type {'details'} */ ('details.requirement'))]
}

/**
 * The numbers in an attribute such as `data-exchanges`.
 * @param {string | undefined} text
 */
function numbers(text) {
  return text ? text.split(' ').map(Number) : []
}

/** @param {number} bytes */
function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
