import type { Phone } from './phone'

const pictures = new WeakMap<Phone, Map<string, Promise<string | null>>>()

/** The picture of an option as an address for `img`; null where there is none to be had. Fetched once. */
export const pictureOf = (phone: Phone, id: string): Promise<string | null> => {
  const known = pictures.get(phone) ?? new Map<string, Promise<string | null>>()
  pictures.set(phone, known)
  const present = known.get(id)
  if (present) return present
  const coming = fetchPicture(phone, id)
  known.set(id, coming)
  return coming
}

const fetchPicture = async (phone: Phone, id: string): Promise<string | null> => {
  const reply = await phone.client?.request('image.get', { id })
  return reply?.ok ? `data:${reply.value.mime};base64,${reply.value.data}` : null
}
