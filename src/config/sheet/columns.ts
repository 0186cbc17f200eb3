import { toPlainLetters } from '../../safe/plain-letters.ts';

/** What a column of a spreadsheet may hold; a name may stand in two. */
export type ColumnKind = 'handle' | 'name' | 'given name' | 'surname' | 'phone' | 'note' | 'teams';

/** What people call the columns, in English, Indonesian and Portuguese; case, accents, spaces and signs do not matter. */
const headers: Readonly<Record<ColumnKind, string>> = {
  handle:
    'handle, user name, alias, short name, pengguna, nama pengguna, sebutan, nama singkat, usuario, nome de usuario, identificador, nome curto',
  name: 'name, full name, contact name, member, member name, display name, person, nama, nama lengkap, nama anggota, nama kontak, anggota, nome, nome completo, nome do contato, nome do membro, membro, pessoa, student name, resident name, participant name, nama siswa, nama warga, nama peserta, nome do aluno, nome do morador, nome do participante',
  'given name': 'first name, given name, forename, nama depan, primeiro nome, prenome',
  surname:
    'surname, last name, family name, nama belakang, nama keluarga, sobrenome, ultimo nome, apelido de familia',
  phone:
    'phone, phone number, phone no, telephone, telephone number, tel, mobile, mobile phone, mobile number, mobile no, cell, cell phone, cell number, contact number, whatsapp, whatsapp number, whatsapp no, wa, wa number, telepon, nomor telepon, no telepon, telp, no telp, nomor telp, hp, no hp, nomor hp, handphone, no handphone, nomor handphone, ponsel, no ponsel, nomor ponsel, nomor wa, no wa, nomor whatsapp, no whatsapp, nomor kontak, telefone, numero de telefone, numero do telefone, n telefone, no telefone, celular, numero de celular, numero do celular, no celular, telefone celular, telemovel, fone, zap, numero de whatsapp, numero do whatsapp, whats, phone whatsapp, whatsapp phone, mobile whatsapp, no hp wa, nomor hp wa, no wa hp, no telp hp, no telp wa, hp wa, telefone whatsapp, celular whatsapp, whatsapp celular, phone 1 value, telepon 1, telefone 1',
  note: 'note, notes, comment, comments, remark, remarks, catatan, keterangan, ket, komentar, nota, notas, observacao, observacoes, obs, comentario, comentarios, anotacao, anotacoes',
  teams: 'team, teams, group, groups, tim, grup, kelompok, regu, equipe, equipes, time, times, grupo, grupos',
};

/** Nobody calls a column by more letters than this. */
const longest = 100;

const kinds: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(headers).flatMap(([kind, names]) =>
    names.split(', ').map((name): [string, ColumnKind] => [toPlain(name), kind as ColumnKind]),
  ),
);

/** What the header of a column says that it holds; undefined where that is none of Rollcall's business. */
export function findColumnKind(header: string): ColumnKind | undefined {
  return kinds.get(toPlain(header)) ?? kinds.get(toPlain(header.replace(/\(.*\)|\[.*\]/s, '')));
}

function toPlain(header: string): string {
  return toPlainLetters(header.slice(0, longest)).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "C" for the third column, as spreadsheets call it. `index` counts from 0. */
export function toColumnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : toColumnLetters(Math.floor(index / 26) - 1) + last;
}
