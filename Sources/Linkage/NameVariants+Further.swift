// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Further forms. Source: as the table's; compiled for this package, not measured.
    static let furtherTable = """
        # more Irish, Scottish, Welsh
        diarmuid: dermot diarmaid diarmait
        seamus: james shamus
        eamon: eamonn edmund
        maire: mary moira maura
        brigid: bridget brid breda delia
        orla: orlaith orlagh
        aodhan: aidan aiden edan
        mairead: margaret maread
        una: oona oonagh unagh
        sadhbh: sive saive
        meabh: maeve maebh medb
        padraic: patrick padraig porick
        cathal: charles cahal
        conchobhar: conor connor
        fionnuala: finola nuala
        sorcha: sarah
        mairi: mary mhairi
        iain: ian john
        # more English short forms
        mary: molly polly mamie
        harold: harry hal
        lawrence: larry laurie laurence
        helen: nell nellie ellen
        alfred: alf alfie fred
        augustus: gus
        edith: edie
        winifred: win winnie
        bartholomew: bart
        cornelius: con
        eugene: gene
        josephine: jo josie
        alexandra: sandra alex lexi
        valerie: val
        veronica: ronnie
        antonia: toni tonia
        wilhelmina: mina billie
        # more South Asian, Arabic
        syed: sayyid sayed sayid
        khatun: khatoon khatton
        siddiqui: siddiqi siddique
        lakshmi: laxmi
        mukherjee: mukhopadhyay
        banerjee: bandyopadhyay
        chatterjee: chattopadhyay
        hamza: hamzah
        halima: xalimo halimah
        ali: cali
        abdel: abdul
        # more East European
        yevgeny: evgeny evgeni eugene yevhen
        yuri: yuriy iurii yury
        jerzy: george jurek
        andrzej: andrew andy
        mateusz: matthew
        lukasz: lucas luke
        pavlo: paul pavel
        oleh: oleg
        wojciech: wojtek
        grzegorz: gregory greg
        # more Chinese, West African
        lin: lam
        zheng: cheng
        wei: wai
        oluwaseun: seun
        oluwatobi: tobi
        babatunde: tunde
        chukwuemeka: emeka
        kwabena: kobina
        """
}
