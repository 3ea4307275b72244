// A project that is CommonJS and plain JavaScript.
module.exports = {
  specs: ['contract/password.spec.js'],
  settings: { MAGENTO_RELEASE: '2.4.7-p6' },
  levels: [{ id: 'DIRECTORY-05', level: 'may', reason: 'nobody sends country ids in lower case' }],
}
