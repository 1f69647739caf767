import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import type { Ballot } from './session-types'

const NONCE = 12
const TAG = 16

/** Seals ballots of one round: AES-256-GCM, all of one length, bound to session, round and place in the box. */
export type BallotSeal = {
  /** Throws when the ballot does not fit its slot: the slot is part of the round, not of a vote. */
  readonly seal: (ballot: Ballot, seq: number) => string
  /** Null when it was not sealed here, at this place, with this key. */
  readonly open: (sealed: unknown, seq: number) => Ballot | null
}

/**
 * `epoch`: 8 fresh random bytes for each opening of the box. With a counter behind it no nonce is used twice under a
 * key, even when a crash made us forget how far we had come.
 */
export const ballotSeal = (key: Uint8Array, epoch: Uint8Array, slotBytes: number, about: string): BallotSeal => {
  let counter = 0
  const secret = createSecretKey(key)
  // A thousand ballots come within a tenth of a second: the same memory serves for each.
  const plain = Buffer.alloc(slotBytes)
  const nonce = Buffer.alloc(NONCE)
  nonce.set(epoch.subarray(0, 8))
  const sealed = Buffer.alloc(NONCE + slotBytes + TAG)
  const extra = (seq: number): Buffer => Buffer.from(`${about}/${seq}`)
  return {
    seal: (ballot, seq) => {
      const { cred, rev } = ballot
      const text = JSON.stringify({ cred, rev, ballot: ballot.ballot })
      const size = Buffer.byteLength(text)
      if (size > slotBytes) throw new Error(`a ballot of ${size} bytes in a slot of ${slotBytes}`)
      plain.fill(' ', plain.write(text))
      nonce.writeUInt32BE((counter += 1), 8)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(extra(seq))
      sealed.set(nonce)
      sealed.set(cipher.update(plain), NONCE)
      cipher.final() // nothing is left over in this mode, but the tag is made here
      sealed.set(cipher.getAuthTag(), NONCE + slotBytes)
      return sealed.toString('base64')
    },
    open: (sealed, seq) => {
      if (typeof sealed !== 'string') return null
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < NONCE + TAG) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE)).setAAD(extra(seq))
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
        const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
        return JSON.parse(plain.toString()) as Ballot // written by `seal`: the tag proves it
      } catch {
        return null
      }
    },
  }
}
