#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes different.csv: 1,000 pairs of names of different people, by rule from the lists below. Every entry of a list is a name of
its own; no two entries of a list are forms of one name. The rules: 500 pairs at random within a list, 200 across lists of the same kind
(given names of men with those of men, …), 100 of a man's with a woman's name of one community, and 200 near misses: pairs within a
community that are one or two edits apart (Maria and Mario, Hall and Hill, Hassan and Hussain). Which pairs are left out: those that one
slip of the pen alone explains as well as two names do cannot occur, since both sides are names that many people bear.

Sources of the lists: names usual in Britain by the statistics of births (Office for National Statistics, baby names in England and
Wales; National Records of Scotland; NISRA), and usual family names of each community (Wikipedia: lists of most common surnames in
Europe, Asia and Africa)."""
import csv
import itertools
import random

LISTS = {
    ("english", "man"): """James Robert Michael David Richard Thomas Mark Stephen Andrew Peter Christopher Daniel Matthew Anthony Kevin
        Gary Simon Martin Alan Philip Jonathan Nicholas Edward George Joseph Charles Benjamin Samuel Oliver Luke Adam Nathan Aaron Jordan
        Kyle Bradley Craig Scott Neil Graham Keith Brian Roger Dennis Derek Trevor Leonard Norman Mario Julian Carl Paul Dean Karl""",
    ("english", "woman"): """Patricia Linda Susan Margaret Elizabeth Jennifer Karen Julie Helen Deborah Amanda Nicola Tracey Sharon Angela
        Michelle Louise Claire Emma Rachel Rebecca Laura Victoria Katherine Samantha Alison Jane Hannah Jessica Charlotte Lauren Amy Chloe
        Olivia Megan Bethany Georgia Grace Lucy Amelia Poppy Lily Maria Marina Carol Carla Paula Julia Joan Janet Jean Diana Danielle""",
    ("english", "family"): """Smith Jones Taylor Brown Williams Wilson Davies Robinson Wright Evans Walker White Roberts Green Hall Wood
        Harris Lewis Martin Cooper Edwards Turner Hughes Ward Hill Moore Harrison Scott Young Morris Watson Baker King Allen Mitchell
        Anderson Cook Bennett Bell Lee Parker Bailey Miller Shaw Cox Marshall Simpson Carter Collins Adams Kelly Mason Mills Barker
        Barnes Burns Marsh Nash Dawson Lawson Nelson Holmes Palmer Webb West Hart Hurst""",
    ("irish", "man"): "Cormac Cathal Fergus Lorcan Oisin Ronan Conor Niall Aidan Declan Enda Fintan Colm Dara Tiernan Rory Eamon Brendan",
    ("irish", "woman"): "Aoife Ciara Niamh Roisin Sinead Siobhan Orla Grainne Caoimhe Saoirse Deirdre Fiona Nuala Maeve Una Emer Ailish",
    ("irish", "family"): """Murphy Byrne Ryan Walsh Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin Carroll
        Connolly Daly Wilson Dunne Brennan Burke Collins Clarke Johnston Hughes Farrell Fitzpatrick Brady Power Nolan Donnelly Casey""",
    ("muslim", "man"): """Mohammed Ali Ahmed Hassan Hussain Imran Asif Tariq Khalid Amir Bilal Faisal Hamza Ibrahim Ismail Junaid Kamran
        Nadeem Omar Qasim Rashid Sajid Shahid Usman Wasim Yusuf Zahid Zubair Karim Rafiq Shafiq Aziz Farooq Habib Iqbal Javed Mahmood
        Naveed Hamid Majid Salim Jamal Kamal""",
    ("muslim", "woman"): """Fatima Aisha Khadija Maryam Zainab Amina Bushra Farah Hafsa Iqra Kausar Khalida Nabila Nasreen Nazia Parveen
        Rabia Razia Rukhsana Saima Sana Shabana Shazia Tahira Uzma Yasmin Zahra Noor Safiya Halima Sadia Hana Huda Salma Amira Samira
        Farida Jamila Layla""",
    ("muslim", "family"): """Khan Begum Akhtar Shah Malik Rahman Chowdhury Miah Uddin Islam Mirza Qureshi Sheikh Butt Raja Aslam Anwar Saleem
        Sharif Nawaz Yousaf Zaman Bhatti Dar Haque Latif Siddiqui Alam Abbasi Baig Hashmi Ansari""",
    ("indian", "man"): "Arjun Rajesh Sanjay Vijay Anil Suresh Ravi Amit Deepak Harpreet Gurpreet Manjit Mohan Kiran Nikhil Rohan Ashok Sunil",
    ("indian", "woman"): "Priya Anjali Deepika Kavita Lakshmi Meena Neha Pooja Rekha Sunita Harjit Kuldip Simran Anita Geeta Seema Reena",
    ("indian", "family"): """Patel Singh Kaur Sharma Kumar Gill Sandhu Dhillon Sidhu Bains Mistry Desai Joshi Mehta Parmar Solanki Gupta
        Reddy Nair Menon Iyer Pillai Rao Das Bose Ghosh Sen""",
    ("east european", "man"): """Piotr Krzysztof Andrzej Tomasz Marcin Jakub Lukasz Grzegorz Mateusz Wojciech Mariusz Dariusz Zbigniew
        Jerzy Oleksandr Dmytro Serhiy Volodymyr Ivan Mykola Florin Stefan Vytautas Bogdan Taras Maksym Marek Jacek""",
    ("east european", "woman"): """Katarzyna Agnieszka Malgorzata Joanna Ewa Magdalena Monika Zofia Karolina Natalia Julia Oksana Olena Iryna
        Tetiana Svitlana Mihaela Andreea Cristina Gabriela Daniela Rasa Jurgita Beata Dorota Renata""",
    ("east european", "family"): """Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Kozlowski
        Jankowski Mazur Krawczyk Grabowski Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Popescu Ionescu Radu Stan Dumitru Stoica
        Petrov Ivanov Georgiev Kazlauskas Petrauskas""",
    ("african", "man"): """Kwame Kofi Kwabena Yaw Chinedu Emeka Ikechukwu Olumide Babatunde Adebayo Segun Femi Abdirahman Tesfaye Haile Dawit
        Tendai Tapiwa Farai Kelechi Obinna Uche""",
    ("african", "woman"): """Ama Akosua Abena Efua Chioma Ngozi Ifeoma Adaeze Folake Temitope Yetunde Bukola Funmilayo Hodan Sahra Ayan Tigist
        Selam Hiwot Rudo Chipo Nyasha""",
    ("african", "family"): """Mensah Owusu Boateng Asante Appiah Osei Okafor Okonkwo Eze Nwosu Adeyemi Ogunleye Balogun Ojo Farah Warsame
        Gebre Bekele Moyo Ncube Sibanda Dube Okeke Obi Adeleke Ajayi""",
    ("chinese", "man"): "Wei Ming Jun Jian Hao Qiang Zhi Kai Chun Minh Tuan Hung Duc Anh Bo Feng Gang Peng",
    ("chinese", "woman"): "Mei Xiu Ying Yan Hui Jing Fang Na Xia Yue Lan Linh Huong Thao Trang Ngoc Thu Ling",
    ("chinese", "family"): "Wang Zhang Liu Chen Yang Zhao Zhou Sun Ma Zhu Guo He Gao Luo Nguyen Tran Pham Phan Vu Dang Bui Lin",
}
NAMES = {key: text.split() for key, text in LISTS.items()}


def edits(left, right):
    """Optimal string alignment distance."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def main():
    dice = random.Random(1000)
    taken = set()
    out = []

    def add(rule, left, right):
        if left == right or frozenset((left, right)) in taken:
            return False
        taken.add(frozenset((left, right)))
        out.append((left, right, rule))
        return True

    def fill(count, rule, pick):
        while count:
            count -= add(rule, *pick())

    near = []
    for community in sorted({key[0] for key in NAMES}):
        for pair in [("man", "man"), ("woman", "woman"), ("family", "family"), ("man", "woman")]:
            lists = [NAMES[(community, kind)] for kind in pair]
            pairs = itertools.combinations(lists[0], 2) if pair[0] == pair[1] else itertools.product(*lists)
            near += [(a, b) for a, b in pairs if a != b and edits(a.lower(), b.lower()) <= 2 and max(len(a), len(b)) >= 4]
    dice.shuffle(near)
    for left, right in near:
        if sum(row[2] == "near miss" for row in out) < 200:
            add("near miss", left, right)
    keys = sorted(NAMES)
    fill(500, "within a list", lambda: dice.sample(NAMES[dice.choice(keys)], 2))
    kinds = ["man", "woman", "family"]

    def across():
        kind = dice.choice(kinds)
        one, two = dice.sample([key for key in keys if key[1] == kind], 2)
        return dice.choice(NAMES[one]), dice.choice(NAMES[two])

    fill(200, "across lists", across)
    communities = sorted({key[0] for key in keys})

    def sexes():
        community = dice.choice(communities)
        return dice.choice(NAMES[(community, "man")]), dice.choice(NAMES[(community, "woman")])

    fill(100, "man and woman", sexes)
    with open("different.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["left", "right", "rule", "half"])
        for place, row in enumerate(sorted(out)):
            writer.writerow(list(row) + ["ab"[place % 2]])
    print(len(out), len(near))


if __name__ == "__main__":
    main()
