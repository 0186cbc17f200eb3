import { allowanceReach } from '../../domain/defaults.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say as bare } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { limits, say } from './indonesian-forms.ts';

const hours = toHours(keptFor.spent);

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`Berkas ${file} sekarang menunjuk ke grup lain, dengan daftar yang sebelumnya milik grup yang berbeda.`;
    if (limit === 'creates') {
      const counting = earlier > 0 ? say`, termasuk ${earlier} dari ${hours} jam terakhir` : say``;
      return say`Akan dibuat ${count} grup dalam ${hours} jam${counting}, sedangkan batasnya ${allowed}.`;
    }
    if (limit === 'admins')
      return say`${count === 0 ? say`Tidak ada admin` : say`Hanya ${count} admin`} yang akan tersisa, padahal harus ada paling sedikit ${allowed}.`;
    if (limit === 'emptied')
      return say`${count} orang akan dikeluarkan, karena daftarnya tidak menyebut siapa pun lagi, atau tidak seorang pun yang ada di grup.`;
    const what = say`${count} ${limits[limit]}`;
    if (scope === 'group') return say`Di grup ini akan ada ${what}, sedangkan batasnya ${allowed}.`;
    const before = earlier > 0 ? say`, termasuk ${earlier} dari ${hours} jam terakhir` : say``;
    return say`Di semua grup bersama-sama akan ada ${what} dalam ${hours} jam${before}, sedangkan batasnya ${allowed}.`;
  },
  advice: {
    group: say`Tidak ada yang dilakukan di grup ini. Kurangi jumlahnya; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    run: ({ count }, room, rule) =>
      say`Merge ini tidak melakukan satu pun di antaranya. ${room > 0 ? say`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau, bila memang itu maksudnya, naikkan dulu batasnya (${rule} di berkas _policy.yaml) menjadi ${count} lewat pull request tersendiri; atau berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    creates: ({ count }, room) =>
      say`Tidak satu pun dibuat. ${room > 0 ? say`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau, bila memang itu maksudnya, naikkan dulu batasnya (limits.creates.run di berkas _policy.yaml) menjadi ${count} lewat pull request tersendiri.`,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain, atau pertahankan satu.`,
    emptied: say`Tidak ada yang dilakukan di grup ini. Tuliskan siapa yang harus tetap ada; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    invited: say`Merge ini tidak menyetujui bahwa mereka masuk ke grup ini; yang lain tetap berjalan. Kurangi jumlahnya sekaligus; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    coming: say`Merge ini tidak menyetujui yang terjadi pada tanggal itu; yang lain tetap berjalan. Kurangi jumlahnya pada satu hari; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    'id-edited': say`Tidak ada yang dilakukan, karena anggota satu grup akan dimasukkan ke grup lain. Grup lain memerlukan berkas sendiri; bila grup lama sudah tidak dipakai, hapus dulu berkasnya lewat pull request tersendiri.`,
  },
};

const groupAdvice = say`Tidak ada yang dilakukan di grup ini, dan --force tidak ada. Kurangi jumlahnya; atau, bila memang itu maksudnya, tulis di berkas, lewat pull request yang sama, dengan hari terakhir dalam ${allowanceReach} hari, menggantikan allow: yang mungkin sudah ada:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`Berkas ini`} sekarang menunjuk ke grup lain, dengan daftar yang sebelumnya milik grup yang berbeda.`;
    if (limit === 'creates') {
      const { earlier = 0 } = refusal;
      const counting = earlier > 0 ? bare`, termasuk ${earlier} dari ${hours} jam terakhir,` : say``;
      return bare`${count} grup akan dibuat${counting} dan batasnya ${allowed} (limits.creates.run).`;
    }
    if (limit === 'admins')
      return bare`${count === 0 ? say`tidak ada admin` : bare`${count} admin`} yang akan tersisa, padahal harus ada paling sedikit ${allowed} (limits.admins.min).`;
    if (limit === 'emptied')
      return bare`${count} anggota akan keluar, karena daftarnya tidak menyebut siapa pun lagi, atau tidak seorang pun yang ada di sini.`;
    const rule = limit as Inline;
    const what = bare`${count} ${limits[limit]}`;
    if (scope === 'group') return bare`${what} di grup ini, dan batasnya ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, termasuk ${earlier} dari ${hours} jam terakhir,` : say``;
    return bare`${what} di semua grup bersama-sama${before} dan batasnya ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    creates: ({ count }, room) =>
      bare`Tidak satu pun dibuat. ${room > 0 ? bare`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau naikkan limits.creates.run menjadi ${count} di _policy.yaml, lewat pull request tersendiri sebelum yang ini. --force tidak ada.`,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain di berkas, atau pertahankan satu.`,
    'id-edited': say`Tidak ada yang dilakukan: anggota satu grup akan dimasukkan ke grup lain. Kembalikan id-nya; grup lain memerlukan berkas sendiri, dan bila grup lama sudah tidak dipakai, hapus dulu berkasnya lewat pull request tersendiri.`,
    run: ({ count }, room, rule) =>
      bare`Tidak satu pun dilakukan. ${room > 0 ? bare`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau naikkan ${rule} menjadi ${count} di _policy.yaml, lewat pull request tersendiri sebelum yang ini; atau, bila sebuah grup memang memaksudkannya, tulis allow: di berkasnya (yang tercakup tidak dihitung di sini). --force tidak ada.`,
    invited: say`Bahwa sebanyak itu datang lewat tautan tidak disetujui, dan yang lain tetap berjalan. Kurangi jumlahnya sekaligus; atau, bila memang itu maksudnya, tulis allow: di berkas grup, lewat pull request yang sama.`,
    coming: say`Yang terjadi pada tanggal itu tidak disetujui, dan yang lain tetap berjalan. Kurangi jumlahnya pada satu hari; atau, bila memang itu maksudnya, tulis allow: di berkas grup, lewat pull request yang sama.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`paling banyak ${number} sampai ${until}, dengan alasan: ${reason}.`;
    if (limit === 'emptied')
      return say`Satu batas tidak berlaku di sini: ${count} orang akan dikeluarkan, dan tidak seorang pun dari daftar akan ada di grup. Berkas grup mengizinkannya: ${end}`;
    const what = say`${count} ${limits[limit]}`;
    return scope === 'group'
      ? say`Satu batas tidak berlaku di sini: ada ${what}, sedangkan batasnya ${usual}. Berkas grup mengizinkannya: ${end}`
      : say`Satu batas tidak berlaku di sini: di semua grup bersama-sama ada ${what}, batasnya ${usual}, dan grup ini tidak ikut dihitung. Berkasnya mengizinkan: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`paling banyak ${number} sampai ${until}, alasan: ${reason}`;
    if (limit === 'emptied')
      return bare`allow: di berkas mengizinkan ${count} anggota keluar, dan tidak seorang pun dari daftar akan ada di sini: ${how}`;
    return scope === 'group'
      ? bare`allow: di berkas mengizinkan ${count} ${limits[limit]}, sedangkan batasnya ${usual}: ${how}`
      : bare`allow: di berkas membuat ${limits[limit]} di sini tidak dihitung dalam batas semua grup bersama-sama, yaitu ${usual} dan akan melihat ${count}: ${how}`;
  },
};

/** What limits say, and what is said where a file lifts one. */
export const indonesianLimits: Pick<ReasonWords, 'refusals' | 'lifted'> = {
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  lifted,
};
