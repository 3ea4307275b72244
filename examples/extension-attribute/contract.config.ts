import { defineConfig } from 'magento-customer-contract'

// Every customer of this shop has an extension attribute: its own requirements stand beside Magento's.
export default defineConfig({
  specs: ['contract/newsletter.spec.ts'],
})
