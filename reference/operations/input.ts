/** A bound customer: the sent properties, by their names in the API; null if null was sent. */
export interface CustomerInput {
  id?: number | null
  group_id?: number | null
  default_billing?: string | null
  default_shipping?: string | null
  confirmation?: string | null
  created_at?: string | null
  created_in?: string | null
  dob?: string | null
  email?: string | null
  firstname?: string | null
  lastname?: string | null
  middlename?: string | null
  prefix?: string | null
  suffix?: string | null
  gender?: number | null
  store_id?: number | null
  taxvat?: string | null
  website_id?: number | null
  addresses?: Record<string, unknown>[] | null
  disable_auto_group_change?: number | null
  extension_attributes?: { is_subscribed?: boolean } | null
}
